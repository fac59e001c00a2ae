/** The public pages: what is published, for everybody, without sign-in and without script. */
@NullMarked
package org.tongchou.platform.disclosure.page;

import org.jspecify.annotations.NullMarked;
