/**
 * The language checks are written in: expressions over tables and sentences, typed and checked against the vocabulary.
 *
 * <p>Knows words and grammar only; what they are worth in a document is the evaluator's business. Described for clerks
 * in {@code docs/checks.md}.
 */
@NullMarked
package org.tongchou.accounts.check.language;

import org.jspecify.annotations.NullMarked;
