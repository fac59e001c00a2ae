/**
 * Policy cases (政策测试): examples that a clerk writes in YAML, and whether a policy settles them so.
 *
 * <p>{@link org.tongchou.benefit.cases.CaseReader} reads a file of cases, {@link
 * org.tongchou.benefit.cases.CaseRunner} settles them and compares. The form is told in {@code
 * docs/benefit-engine.md}.
 */
@NullMarked
package org.tongchou.benefit.cases;

import org.jspecify.annotations.NullMarked;
