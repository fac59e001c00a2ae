/**
 * Structured performance figures on disk: one YAML file holds the sheets, reports and lists of a document, so that
 * people can read, correct and compare them.
 *
 * <p>{@link org.tongchou.performance.figures.PerformanceFigures} is the entry. It must not know how sheets are read from
 * published documents or how they are printed.
 */
@NullMarked
package org.tongchou.performance.figures;

import org.jspecify.annotations.NullMarked;
