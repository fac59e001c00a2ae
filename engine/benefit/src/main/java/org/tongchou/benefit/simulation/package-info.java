/**
 * 重算与政策模拟: settles a whole year again, under the rules as they are and under a reform, and compares.
 *
 * <p>{@link org.tongchou.benefit.simulation.Resettlement} settles, {@link org.tongchou.benefit.simulation.WhatIf} compares
 * and gives tables. It reads year files and pure rules only; how tables are shown is not its concern.
 */
@NullMarked
package org.tongchou.benefit.simulation;

import org.jspecify.annotations.NullMarked;
