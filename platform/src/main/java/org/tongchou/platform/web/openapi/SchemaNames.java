package org.tongchou.platform.web.openapi;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Locale;
import java.util.Set;

/**
 * Names schemas after module, outer and inner class, so that the {@code Row} of two controllers stay two: {@code
 * identity … UnitController.Change} is {@code IdentityUnitChange}. What all modules share has its plain name.
 */
final class SchemaNames extends TypeNameResolver {
    private static final String PLATFORM = "org.tongchou.platform.";
    private static final String SHARED = "web";

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        return type.getName().startsWith(PLATFORM) ? ours(type) : super.nameForClass(type, options);
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        return type.getName().startsWith(PLATFORM) ? ours(type) : super.getNameOfClass(type);
    }

    private static String ours(Class<?> type) {
        String plain = plain(type);
        String module = module(type);
        if (module.equals(SHARED) || plain.toLowerCase(Locale.ROOT).startsWith(module)) {
            return plain;
        }
        return Character.toUpperCase(module.charAt(0)) + module.substring(1) + plain;
    }

    private static String plain(Class<?> type) {
        Class<?> outer = type.getEnclosingClass();
        String own = type.getSimpleName().replaceAll("Controller$", "");
        return outer == null ? own : plain(outer) + own;
    }

    /** The module of a class of the platform. */
    static String module(Class<?> type) {
        String rest = type.getPackageName().substring(PLATFORM.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
