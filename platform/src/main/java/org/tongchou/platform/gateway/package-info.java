/**
 * The national interface (定点医药机构接口): hospital and pharmacy systems call here.
 *
 * <p>Owns schema {@code gateway}. {@code wire} knows transactions and fields, {@code access} who may call and how calls are signed,
 * {@code call} takes a call in, answers it once and keeps the answer, {@code conformance} shows the interface to people, {@code service} holds the transactions: each translates the
 * interface's words into those of {@link org.tongchou.platform.settlement} and back.
 */
@ApplicationModule(displayName = "接口网关")
@NullMarked
package org.tongchou.platform.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
