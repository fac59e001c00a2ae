/** Published figures of real bureaus for the demonstration, only in the profile {@code demo}. */
@NullMarked
package org.tongchou.platform.disclosure.example;

import org.jspecify.annotations.NullMarked;
