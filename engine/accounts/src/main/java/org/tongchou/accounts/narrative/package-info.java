/**
 * Figures stated in sentences (情况说明): from paragraphs to sentences, from sentences to {@link
 * org.tongchou.accounts.model.NarrativeFigure}s with their change clauses.
 *
 * <p>{@link org.tongchou.accounts.narrative.NarrativeReader} is the entry. Which words name which figure is data
 * ({@code narrative/patterns.yaml}): another province's wording is a line there. This package knows no tables and checks
 * nothing.
 */
@NullMarked
package org.tongchou.accounts.narrative;

import org.jspecify.annotations.NullMarked;
