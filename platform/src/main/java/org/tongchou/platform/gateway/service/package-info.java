/** The transactions. */
@NullMarked
package org.tongchou.platform.gateway.service;

import org.jspecify.annotations.NullMarked;
