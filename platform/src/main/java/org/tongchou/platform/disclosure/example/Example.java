package org.tongchou.platform.disclosure.example;

import java.util.List;

/**
 * A folder of figures that come with the repository.
 *
 * @param folder its name, also the last part of the permanent address
 * @param title what people see until it is published
 */
record Example(String folder, String title) {
    static final List<Example> ALL = List.of(
            new Example("ningde-2024-final", "宁德市医疗保障局 2024 年度部门决算"),
            new Example("fuzhou-2024-budget", "福州市医疗保障局 2024 年度部门预算"),
            new Example("quanzhou-2020-final", "泉州市医疗保障局 2020 年度部门决算"));
}
