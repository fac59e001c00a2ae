/** The OpenAPI document: made from the code, names that are stable and unique. */
@NullMarked
package org.tongchou.platform.web.openapi;

import org.jspecify.annotations.NullMarked;
