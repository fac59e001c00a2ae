/** What a synthetic region consists of. Pure: the same policy, setting and seed give the same plan; nobody is meant by it. */
@NullMarked
package org.tongchou.platform.sample.plan;

import org.jspecify.annotations.NullMarked;
