package org.tongchou.platform.gateway.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tongchou.platform.gateway.wire.Dictionaries;
import org.tongchou.platform.gateway.wire.Envelope;
import org.tongchou.platform.gateway.wire.InputReader;
import org.tongchou.platform.gateway.wire.Node;
import org.tongchou.platform.gateway.wire.Transaction;
import org.tongchou.platform.gateway.wire.Transactions;
import tools.jackson.databind.JsonNode;

/** Every example could be sent as it stands. */
class ExamplesTest {
    private final Examples examples = new Examples(Dictionaries.national());
    private final Envelope envelope = new Envelope(Transactions.national(), 10_000);

    @Test
    void everyExampleIsReadWithoutAFault() {
        for (Transaction transaction : Transactions.national().all()) {
            byte[] body = examples.request(transaction).toString().getBytes(StandardCharsets.UTF_8);
            assertThatCode(() -> new InputReader(100)
                            .read(
                                    transaction,
                                    envelope.read(envelope.open(body), text -> text)
                                            .input()))
                    .as(transaction.number())
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void everyAnswerHasAllFields() {
        for (Transaction transaction : Transactions.national().all()) {
            JsonNode output = examples.answer(transaction).path("output");
            for (Node node : transaction.out()) {
                JsonNode row = node.name().isEmpty()
                        ? output
                        : node.repeats() ? output.path(node.name()).path(0) : output.path(node.name());
                assertThat(node.fields()).as(transaction.number()).allMatch(field -> row.has(field.name()));
            }
        }
    }
}
