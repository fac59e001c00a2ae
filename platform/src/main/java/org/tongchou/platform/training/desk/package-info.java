/** The training hospital's counter in the console: synthetic people, each call and its answer side by side. */
@NullMarked
package org.tongchou.platform.training.desk;

import org.jspecify.annotations.NullMarked;
