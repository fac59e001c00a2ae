/**
 * The platform: one Spring Boot application, one package (Spring Modulith module) per duty.
 *
 * <p>A package owns the database schema of its name and is reached by others only through the public types at its top.
 * Dependencies point from duties (accounts, performance, disclosure) to foundations (identity, audit, job, file, web,
 * database), never back; {@code ModulesTest} holds this.
 */
@NullMarked
package org.tongchou.platform;

import org.jspecify.annotations.NullMarked;
