/**
 * The national interface as it stands on the wire: transactions with their fields, envelopes, values, signatures. Pure: no database,
 * no clock, no HTTP. What the fields mean to the fund is not known here.
 *
 * <p>Transactions, fields and codes are data ({@code gateway/*.csv}), baseline V1.2.02 of 定点医药机构接口规范.
 */
@NamedInterface("wire")
@NullMarked
package org.tongchou.platform.gateway.wire;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
