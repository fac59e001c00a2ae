package org.tongchou.platform.web;

import java.util.List;

/** The rights of one module. */
@FunctionalInterface
public interface RightCatalogue {
    /** All rights that the module's endpoints ask for. */
    List<RightDefinition> rights();
}
