/** The interface as people look at it: transactions with fields and examples, dictionaries, calls that came in. */
@NullMarked
package org.tongchou.platform.gateway.conformance;

import org.jspecify.annotations.NullMarked;
