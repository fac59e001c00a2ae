/** From a file to a recognised document: the one entry that other packages and the command line use. */
@NullMarked
package org.tongchou.accounts.read;

import org.jspecify.annotations.NullMarked;
