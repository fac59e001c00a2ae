package org.tongchou.platform.accounts.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.accounts.figures.FigureKeys;
import org.tongchou.platform.accounts.document.DocumentVersion.State;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Writes words into a draft. */
@Service
@Transactional
public class WordsService {
    private static final int LONGEST = 4000;
    private static final int LONGEST_REASON = 300;

    private final DocumentStore store;
    private final Words words;
    private final AuditLog audit;

    WordsService(DocumentStore store, Words words, AuditLog audit) {
        this.store = store;
        this.words = words;
        this.audit = audit;
    }

    /** Puts words in their place; refuses when somebody else changed them meanwhile, or the version is no draft. */
    public Words.DocumentWord put(Actor actor, long documentId, String kind, String key, String body, int expected) {
        Document document = store.get(actor, documentId);
        DocumentVersion version = store.lockLatest(documentId);
        if (version.state() != State.DRAFT) {
            throw Refusal.conflict(
                    "E-DOC-016",
                    document.title() + "第 " + version.number() + " 版现在是“"
                            + version.state().printed() + "”，不能修改");
        }
        String clean = checked(kind, key, body.strip());
        Words.DocumentWord before =
                words.find(version.id(), kind, key).orElse(new Words.DocumentWord(kind, key, "", 0, "", ""));
        if (before.version() != expected || !words.put(version.id(), kind, key, clean, expected, actor.displayName())) {
            throw Refusal.changedMeanwhile("“" + key + "”的" + kind, before.updatedBy(), before.updatedAt());
        }
        audit.record(
                actor,
                "accounts.document.write",
                "accounts.document",
                Long.toString(documentId),
                "填写" + document.title() + "“" + key + "”的" + kind,
                Map.of("body", before.body()),
                Map.of("body", clean));
        return words.find(version.id(), kind, key).orElseThrow();
    }

    private static String checked(String kind, String key, String body) {
        return switch (kind) {
            case Words.REASON -> {
                known(key);
                if (body.length() > LONGEST_REASON || body.contains("\n")) {
                    throw Refusal.field("E-DOC-017", "原因", body, "不超过 300 个字的一段话");
                }
                yield body;
            }
            case Words.FIGURE -> {
                known(key);
                if (!body.matches("|\\d{1,12}(\\.\\d{1,2})?")) {
                    throw Refusal.field("E-DOC-018", "补充数“" + key + "”", body, "不小于零、最多两位小数的数");
                }
                yield body;
            }
            case Words.TEXT -> text(key, body);
            default -> throw Refusal.field("E-DOC-019", "填写内容的种类", kind, "原因、文字或补充数");
        };
    }

    private static void known(String key) {
        if (!FigureKeys.knows(key)) {
            throw Refusal.field("E-DOC-019", "数据名称", key, "公开文本中的一个数据");
        }
    }

    private static String text(String section, String body) {
        List<String> sections = new ArrayList<>(Gatherer.LINES);
        sections.addAll(Gatherer.STATEMENTS);
        if (!sections.contains(section)) {
            throw Refusal.field("E-DOC-019", "文字所在部分", section, "以下之一：" + String.join("、", sections));
        }
        if (body.length() > LONGEST) {
            throw Refusal.field("E-DOC-017", section, body, "不超过 4000 个字");
        }
        if (Gatherer.STATEMENTS.contains(section)) {
            body.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
                if (!Gatherer.STATEMENT.matcher(line).matches()) {
                    throw Refusal.field("E-DOC-017", section, line, "每行“主题 数值 单位”，如 参保人数 35.20 万人");
                }
            });
        }
        return body;
    }
}
