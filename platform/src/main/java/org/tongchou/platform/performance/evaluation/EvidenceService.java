package org.tongchou.platform.performance.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.performance.sheet.FormMoves;
import org.tongchou.platform.performance.sheet.SheetStore;
import org.tongchou.platform.performance.sheet.TargetSheet;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Takes, gives out and removes evidence. */
@Service
class EvidenceService {
    private static final String OBJECT = "performance.evidence";
    private static final Set<String> RUNNING = Set.of(
            "text/html",
            "image/svg+xml",
            "application/xml",
            "application/octet-stream",
            "application/vnd.ms-excel.sheet.macroenabled.12");

    private final EvaluationService evaluations;
    private final EvaluationStore store;
    private final EvidenceStore evidence;
    private final SheetStore sheets;
    private final StoredFiles files;
    private final FormMoves moves;
    private final AuditLog audit;

    EvidenceService(
            EvaluationService evaluations,
            EvaluationStore store,
            EvidenceStore evidence,
            SheetStore sheets,
            StoredFiles files,
            FormMoves moves,
            AuditLog audit) {
        this.evaluations = evaluations;
        this.store = store;
        this.evidence = evidence;
        this.sheets = sheets;
        this.files = files;
        this.moves = moves;
        this.audit = audit;
    }

    /** Adds a file to an indicator of a draft, beginning the self-evaluation where there is none. */
    @Transactional
    public EvidenceStore.Evidence add(Actor actor, long sheetId, long indicatorId, String name, InputStream content)
            throws IOException {
        TargetSheet sheet = evaluations.approved(actor, sheetId);
        if (sheet.lines().stream().noneMatch(line -> line.savedId() == indicatorId)) {
            throw Refusal.field("E-PER-050", "绩效指标", String.valueOf(indicatorId), "这张目标表中的指标；目标可能已经调整，请刷新");
        }
        Evaluation evaluation = store.of(sheetId);
        long id = evaluations.ready(actor, sheet, evaluation, evaluation.version());
        StoredFile file = files.store(actor, name, content);
        if (RUNNING.contains(file.mediaType())) {
            throw Refusal.field("E-PER-061", "佐证材料", file.name(), "文档、表格、图片或压缩包；网页、脚本、程序和带宏的文件不能作为佐证");
        }
        long added = evidence.add(actor, moves.at(), id, indicatorId, file);
        audit.record(
                actor,
                "performance.evidence.add",
                OBJECT,
                String.valueOf(added),
                sheet.title() + "绩效自评上传佐证材料",
                null,
                Map.of("name", file.name(), "size", file.size(), "sha256", file.sha256()));
        return evidence.find(added).orElseThrow().evidence();
    }

    /** A piece of evidence within the actor's scope. */
    StoredFile get(Actor actor, long id) {
        return files.get(found(actor, id).fileId());
    }

    /** Its content on disk. */
    Path path(StoredFile file) {
        return files.path(file);
    }

    private EvidenceStore.Found found(Actor actor, long id) {
        EvidenceStore.Found found = evidence.find(id).orElseThrow(() -> Refusal.notFound("这份佐证材料"));
        sheets.get(actor, found.sheetId());
        return found;
    }

    /** Removes a file from a draft; that it was there stays known. */
    @Transactional
    public void remove(Actor actor, long id) {
        EvidenceStore.Found found = found(actor, id);
        TargetSheet sheet = evaluations.approved(actor, found.sheetId());
        Evaluation evaluation = store.of(found.sheetId());
        evaluations.ready(actor, sheet, evaluation, evaluation.version());
        evidence.remove(actor, moves.at(), id);
        audit.record(
                actor,
                "performance.evidence.remove",
                OBJECT,
                String.valueOf(id),
                sheet.title() + "绩效自评移除佐证材料",
                Map.of("name", found.evidence().name()),
                null);
    }
}
