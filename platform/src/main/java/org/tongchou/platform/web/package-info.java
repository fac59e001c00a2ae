/**
 * What every duty's web interface shares: who is asking ({@link org.tongchou.platform.web.Actor}), what is needed to ask ({@link
 * org.tongchou.platform.web.Requires}), how refusals are told ({@link org.tongchou.platform.web.Refusal}), pages of long
 * lists. Owns no tables; knows no other module.
 */
@ApplicationModule(displayName = "公共约定")
@NullMarked
package org.tongchou.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
