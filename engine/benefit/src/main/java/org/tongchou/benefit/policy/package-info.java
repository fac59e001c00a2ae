/**
 * Policy packs: a region's benefit rules as data (待遇政策包).
 *
 * <p>{@link org.tongchou.benefit.policy.PolicyPack} is what the files of a folder say, word for word as
 * {@code docs/benefit-engine.md} describes it; nothing is resolved or made fast here. Knows nobody else.
 */
@NullMarked
package org.tongchou.benefit.policy;

import org.jspecify.annotations.NullMarked;
