/** Catalogues of hospitals matched with the national ones: told, reviewed by a second person, withdrawn. */
@NullMarked
package org.tongchou.platform.catalogue.matching;

import org.jspecify.annotations.NullMarked;
