/** Files that go with transactions: uploaded ones and those that are made to be fetched. */
@NullMarked
package org.tongchou.platform.gateway.file;

import org.jspecify.annotations.NullMarked;
