/** Interest of personal accounts for a year (年度计息): computed by the engine, reviewed, posted and taken back part by part. */
@NullMarked
package org.tongchou.platform.fund.interest;

import org.jspecify.annotations.NullMarked;
