/** The first start of an installation: a code on the console of the server, and the three administrators. */
@NullMarked
package org.tongchou.platform.identity.setup;

import org.jspecify.annotations.NullMarked;
