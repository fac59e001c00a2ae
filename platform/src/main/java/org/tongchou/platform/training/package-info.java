/**
 * The training hospital (模拟医院): a hospital's and pharmacy's system that speaks the national interface as any other does, for
 * demonstrations, training and tests.
 *
 * <p>Owns schema {@code training}: what these hospitals note themselves. It reaches the bureau's desk by HTTP alone: of the gateway it knows who may call and how the
 * public interface is signed, of settlements nothing.
 */
@ApplicationModule(displayName = "模拟医院")
@NullMarked
package org.tongchou.platform.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
