/** Batches on their way: staged, checked, mended, posted part by part, reported, reversed. */
@NullMarked
package org.tongchou.platform.intake.batch;

import org.jspecify.annotations.NullMarked;
