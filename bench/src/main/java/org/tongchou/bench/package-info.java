/**
 * Measurements that are too slow or too noisy for tests: planted errors, speed, comparison with answer keys.
 *
 * <p>Run with {@code ./tongchou bench}; every figure that is quoted elsewhere names the command that gave it.
 */
@NullMarked
package org.tongchou.bench;

import org.jspecify.annotations.NullMarked;
