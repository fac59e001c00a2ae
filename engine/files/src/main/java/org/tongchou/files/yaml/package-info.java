/**
 * YAML files that people write, read so that every mistake can be shown with its line.
 *
 * <p>{@link org.tongchou.files.yaml.YamlReader} gives nodes, {@link
 * org.tongchou.files.yaml.YamlFields} takes typed values out of them. Whatever is missing, wrong or not known
 * is told to a callback as a {@link org.tongchou.files.yaml.YamlIssue}; it may collect them or throw at the
 * first. Knows no engine; everybody may use it.
 */
@NullMarked
package org.tongchou.files.yaml;

import org.jspecify.annotations.NullMarked;
