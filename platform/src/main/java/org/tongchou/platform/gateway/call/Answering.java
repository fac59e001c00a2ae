package org.tongchou.platform.gateway.call;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tongchou.platform.gateway.access.Access;
import org.tongchou.platform.gateway.access.Accesses;
import org.tongchou.platform.gateway.access.Proof;
import org.tongchou.platform.gateway.access.SignIns;
import org.tongchou.platform.gateway.message.Calls;
import org.tongchou.platform.gateway.service.Exchange;
import org.tongchou.platform.gateway.service.Services;
import org.tongchou.platform.gateway.service.Services.Service;
import org.tongchou.platform.gateway.wire.Call;
import org.tongchou.platform.gateway.wire.Envelope;
import org.tongchou.platform.gateway.wire.Input;
import org.tongchou.platform.gateway.wire.InputReader;
import org.tongchou.platform.gateway.wire.Output;
import org.tongchou.platform.gateway.wire.Signing;
import org.tongchou.platform.gateway.wire.Transactions;
import org.tongchou.platform.gateway.wire.WireFault;
import org.tongchou.platform.region.Region;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers calls: read, proved, done in one transaction, its answer kept with it. */
@Component
class Answering {
    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final int LONGEST_TEXT = 4 * 1024 * 1024;
    private static final int MOST_ROWS = 100;
    private static final Set<String> SIGNING = Set.of("9001", "9002");
    private static final long TEN_DIGITS = 10_000_000_000L;

    private final Envelope envelope = new Envelope(Transactions.national(), LONGEST_TEXT);
    private final InputReader reader = new InputReader(MOST_ROWS);
    private final AtomicLong serial = new AtomicLong();
    private final Map<String, Service> services = new HashMap<>();
    private final Accesses accesses;
    private final SignIns signIns;
    private final Calls calls;
    private final CallLog log;
    private final Region region;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Answering(
            List<Services> rooms,
            Accesses accesses,
            SignIns signIns,
            Calls calls,
            CallLog log,
            Region region,
            PlatformTransactionManager transactions,
            JsonMapper json,
            Clock clock) {
        rooms.forEach(room -> services.putAll(room.services()));
        this.accesses = accesses;
        this.signIns = signIns;
        this.calls = calls;
        this.log = log;
        this.region = region;
        this.transaction = new TransactionTemplate(transactions);
        this.json = json;
        this.clock = clock;
        this.serial.set(clock.millis() * 1000 % TEN_DIGITS);
    }

    /**
     * An answer.
     *
     * @param envelope the envelope; empty when a file is answered
     * @param file the file; null for an envelope
     */
    @SuppressWarnings("ArrayRecordComponent") // written once, never compared
    record Answer(byte[] envelope, @Nullable Path file) {
        static Answer of(byte[] envelope) {
            return new Answer(envelope, null);
        }
    }

    /**
     * A file that came beside the envelope.
     *
     * @param name its name
     * @param content its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Attachment(String name, byte[] content) {}

    byte[] tooLarge(int most) {
        WireFault fault = new WireFault("E-GWY-006", "报文超过 " + most / 1024 / 1024 + " MB，请分次上传");
        return bytes(told(LocalDateTime.now(clock), false, fault.text(), null));
    }

    Answer answer(
            byte[] body, @Nullable Attachment attachment, Function<String, @Nullable String> header, String address) {
        LocalDateTime began = LocalDateTime.now(clock);
        long nanos = System.nanoTime();
        Envelope.Opened opened = Envelope.Opened.NOTHING;
        String fault = "";
        Answer answer;
        boolean asText = false;
        try {
            opened = envelope.open(body);
            Access access = accesses.find(opened.text("fixmedins_code"))
                    .orElseThrow(() -> new WireFault("E-GWY-020", "定点医药机构没有开通接口，请向经办机构申请接入"));
            asText = access.numbersAsText();
            Proof.check(access, header, opened.sent(), opened.inputText(), address, clock.instant());
            Call call = envelope.read(opened, cipher(access));
            signedIn(access, call);
            attach(call, attachment);
            answer = done(call, began, digest(call), asText);
        } catch (WireFault refused) {
            fault = refused.text();
            answer = Answer.of(bytes(told(began, asText, fault, null)));
        } catch (Refusal refused) {
            fault = new WireFault(refused.code(), String.valueOf(refused.getMessage())).text();
            answer = Answer.of(bytes(told(began, asText, fault, null)));
        } catch (RuntimeException broken) {
            LOG.error("交易 {} 没有办成", opened.text("infno"), broken);
            fault = new WireFault("E-GWY-500", "不能确定这笔业务是否办成，请稍后以同一报文ID重发：已办成的得到原来的答复，没有办成的这时办理").text();
            answer = Answer.of(bytes(told(began, asText, fault, null)));
        }
        log.note(new CallLog.Entry(
                OffsetDateTime.now(clock),
                opened.text("fixmedins_code"),
                opened.text("infno"),
                opened.text("msgid"),
                fault,
                (System.nanoTime() - nanos) / 1000,
                address));
        return answer;
    }

    private void signedIn(Access access, Call call) {
        if (access.signInRequired()
                && !SIGNING.contains(call.transaction().number())
                && !signIns.holds(call.institution(), call.signNumber())) {
            throw new WireFault("E-GWY-061", "sign_no（签到编号）无效或已签退，本机构须先签到（9001）再办理业务");
        }
    }

    /** A file beside the envelope is one of its node {@code fsUploadIn}. */
    private static void attach(Call call, @Nullable Attachment attachment) {
        if (attachment != null && call.input() instanceof ObjectNode input) {
            ObjectNode node =
                    input.get("fsUploadIn") instanceof ObjectNode given ? given : input.putObject("fsUploadIn");
            node.put("in", attachment.content());
            if (node.path("filename").asString("").isBlank()) {
                node.put("filename", attachment.name());
            }
        }
    }

    private static UnaryOperator<String> cipher(Access access) {
        return text -> {
            if (access.cipher().isEmpty()) {
                throw new WireFault("E-GWY-005", "本机构没有约定加密密钥，enc_type 应为空");
            }
            return Signing.decipher(access.cipher(), text);
        };
    }

    private Answer done(Call call, LocalDateTime began, byte[] digest, boolean asText) {
        String number = call.transaction().number();
        Service service = services.get(number);
        if (service == null) {
            throw new WireFault(
                    "E-GWY-003", "交易 " + number + "（" + call.transaction().name() + "）尚未开通");
        }
        Exchange exchange = new Exchange(call, input(call), actor(call), began);
        if (service.effect() != Services.Effect.STANDS) {
            Output output = Objects.requireNonNull(transaction.execute(status -> {
                if (service.effect() == Services.Effect.TRIES) {
                    status.setRollbackOnly();
                }
                return service.answer().apply(exchange);
            }));
            return output.file()
                    .map(file -> new Answer(new byte[0], file))
                    .orElseGet(() -> Answer.of(bytes(told(began, asText, "", output.build()))));
        }
        return Answer.of(bytes(transaction.execute(status -> {
            return calls.answered(call.institution(), call.msgid(), number, digest)
                    .orElseGet(() -> {
                        String answer = told(
                                began,
                                asText,
                                "",
                                service.answer().apply(exchange).build());
                        calls.keep(call.institution(), call.msgid(), number, digest, answer);
                        return answer;
                    });
        })));
    }

    /** The input; what older editions say in the envelope alone is taken from there. */
    private Input input(Call call) {
        String insured = call.insuredArea().isEmpty() ? region.code() : call.insuredArea();
        return reader.read(
                call.transaction(),
                call.input(),
                Map.of(
                        "mdtrtarea_admvs",
                        call.careArea().isEmpty() ? region.code() : call.careArea(),
                        "insuplc_admdvs",
                        insured,
                        "insu_optins",
                        insured,
                        "insu_admdvs",
                        insured,
                        "setl_optins",
                        region.code(),
                        "fixmedins_code",
                        call.institution(),
                        "fixmedins_name",
                        call.institutionName()));
    }

    private static Actor actor(Call call) {
        String operator = call.operatorName().isEmpty() ? call.operator() : call.operatorName();
        return new Actor(
                0,
                call.institution(),
                operator.isEmpty() ? call.institution() : operator,
                0,
                List.of(),
                false,
                List.of(),
                Set.of());
    }

    private String told(LocalDateTime began, boolean asText, String fault, @Nullable JsonNode output) {
        LocalDateTime now = LocalDateTime.now(clock);
        ObjectNode answer = json.createObjectNode();
        int code = fault.isEmpty() ? 0 : -1;
        if (asText) {
            answer.put("infcode", Integer.toString(code));
        } else {
            answer.put("infcode", code);
        }
        answer.put(
                "inf_refmsgid",
                region.code() + SECONDS.format(now) + String.format("%010d", serial.incrementAndGet() % TEN_DIGITS));
        answer.put("refmsg_time", MILLIS.format(began));
        answer.put("respond_time", MILLIS.format(now));
        answer.put("err_msg", fault);
        answer.put("warn_msg", "");
        answer.put("signtype", "");
        answer.put("cainfo", "");
        answer.put("app_id", "");
        answer.put("enc_type", "");
        answer.set("output", output == null ? json.createObjectNode() : output);
        return json.writeValueAsString(answer);
    }

    private static byte[] bytes(@Nullable String answer) {
        return String.valueOf(answer).getBytes(StandardCharsets.UTF_8);
    }

    /** What a repeated call is compared by: its input. Times and operators of the envelope may differ when it is sent again. */
    private static byte[] digest(Call call) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(call.input().toString().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
