/**
 * Secrets that must not stand in the clear (密钥与个人信息保护): identity numbers, telephone and account numbers of people,
 * second factors.
 *
 * <p>Owns schema {@code privacy} and the key in {@code secret.key} of the data folder. Offers {@link
 * org.tongchou.platform.privacy.PersonalSecrets}. Knows only the data folder.
 */
@ApplicationModule(displayName = "个人信息保护")
@NullMarked
package org.tongchou.platform.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
