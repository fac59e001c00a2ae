package org.tongchou.platform.gateway.conformance;

import java.util.List;
import java.util.Map;

/** The interface as it is shown. */
final class InterfaceView {
    private InterfaceView() {}

    /**
     * A transaction in a list.
     *
     * @param number its number
     * @param name its name
     * @param group what its first digit stands for
     * @param edition edition of the interface that its fields are of
     * @param answered whether the platform answers it
     * @param effect 查询, 试算 or 办理; empty when it is not answered
     * @param fields how many fields it has
     */
    record Line(
            String number, String name, String group, String edition, boolean answered, String effect, int fields) {}

    /**
     * A transaction with everything there is to know.
     *
     * @param line as in the list
     * @param nodes its nodes: input, output, columns of files
     * @param request an example call
     * @param answer an example answer
     */
    record Whole(Line line, List<NodeView> nodes, Map<String, Object> request, Map<String, Object> answer) {
        /** Copies the list. */
        Whole {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A node.
     *
     * @param way 输入, 输出, 上传文件 or 下载文件
     * @param name its name on the wire; empty when the fields stand without a node
     * @param repeats whether it is a list
     * @param fields its fields
     */
    record NodeView(String way, String name, boolean repeats, List<FieldView> fields) {
        /** Copies the list. */
        NodeView {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A field.
     *
     * @param name name on the wire
     * @param title what it means
     * @param type C, N, D, DT, B or O
     * @param size length, with decimals for numbers; empty when nothing is said
     * @param required whether it must not be empty
     * @param dictionary its list of codes; empty for none
     * @param expected what is expected, in Chinese
     */
    record FieldView(
            String name,
            String title,
            String type,
            String size,
            boolean required,
            String dictionary,
            String expected) {}

    /**
     * A dictionary.
     *
     * @param type its name on the wire
     * @param title its name
     * @param values its codes with their labels
     */
    record DictionaryView(String type, String title, Map<String, String> values) {}
}
