package org.tongchou.platform.disclosure.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tongchou.accounts.write.Format;
import org.tongchou.platform.audit.AuditLog;
import org.tongchou.platform.disclosure.NewPublication;
import org.tongchou.platform.disclosure.Publications;
import org.tongchou.platform.file.StoredFile;
import org.tongchou.platform.file.StoredFiles;
import org.tongchou.platform.identity.Units;
import org.tongchou.platform.job.Jobs;
import org.tongchou.platform.web.Actor;
import org.tongchou.platform.web.Refusal;

/** Takes documents into the library, links corrections, withdraws. */
@Service
public class Library implements Publications {
    private static final int LONGEST_REASON = 500;
    private static final String TYPE = "disclosure.publication";

    private final PublicationStore store;
    private final StoredFiles files;
    private final Units units;
    private final Jobs jobs;
    private final AuditLog audit;

    Library(PublicationStore store, StoredFiles files, Units units, Jobs jobs, AuditLog audit) {
        this.store = store;
        this.files = files;
        this.units = units;
        this.jobs = jobs;
        this.audit = audit;
    }

    @Override
    @Transactional
    public long publish(Actor actor, NewPublication publication) {
        String code =
                publication.unitId() == 0 ? "" : units.get(publication.unitId()).code();
        return add(
                actor,
                new NewEntry(
                        Slugs.of(
                                code,
                                publication.region() + publication.bureau(),
                                publication.year(),
                                publication.kind(),
                                publication.number()),
                        publication.bureau() + " " + publication.year() + " 年度部门"
                                + publication.kind().printed(),
                        publication.region(),
                        publication.bureau(),
                        publication.unitId(),
                        publication.year(),
                        publication.kind(),
                        publication.number(),
                        publication.approvedOn(),
                        publication.publishedOn(),
                        publication.files(),
                        publication.origin(),
                        "",
                        ""));
    }

    /** Takes a document into the library and queues its audit, within the caller's transaction. */
    @Transactional
    public long add(Actor actor, NewEntry entry) {
        if (entry.files().isEmpty()) {
            throw Refusal.field("E-DIS-020", "公开文件", null, "至少一种格式的文件");
        }
        Optional<PublicationRow> before = store.findStanding(entry);
        before.ifPresent(standing -> {
            if (standing.number() >= entry.number()) {
                throw Refusal.conflict(
                        "E-DIS-021",
                        standing.title() + "已公开到第 " + standing.number() + " 版，不能再公开第 " + entry.number() + " 版");
            }
        });
        long id = store.add(entry, before.map(PublicationRow::id).orElse(null), actor.displayName());
        for (Map.Entry<Format, Long> file : entry.files().entrySet()) {
            StoredFile stored = files.get(file.getValue());
            store.addFile(
                    id,
                    file.getKey(),
                    new PublicationFile(
                            file.getKey().extension(),
                            stored.id(),
                            stored.size(),
                            stored.sha256(),
                            sm3(files.path(stored))));
        }
        store.noteJob(
                id,
                jobs.submit(
                        actor,
                        AnalysisHandler.KIND,
                        "审核公开文件 " + entry.title(),
                        Map.of("publication", String.valueOf(id))));
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("title", entry.title());
        after.put("slug", entry.slug());
        after.put("number", entry.number());
        before.ifPresent(standing -> after.put("replaces", standing.id()));
        audit.record(
                actor,
                TYPE + ".publish",
                TYPE,
                String.valueOf(id),
                "公开" + entry.title() + (entry.number() > 1 ? "（第 " + entry.number() + " 版，更正）" : ""),
                null,
                after);
        return id;
    }

    /** One publication; refuses with 404 when there is none. */
    public PublicationRow get(long id) {
        return store.find(id).orElseThrow(() -> Refusal.notFound("这份公开文件"));
    }

    /** Withdraws a publication with a reason; its files stay for the record. */
    @Transactional
    public void withdraw(Actor actor, long id, @Nullable Integer version, @Nullable String reason) {
        PublicationRow row = get(id);
        actor.mustSee(row.unitId());
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Refusal.field("E-DIS-022", "撤下原因", why, "1 至 " + LONGEST_REASON + " 个字，将在公开页面上显示");
        }
        if (row.withdrawn()) {
            throw Refusal.conflict("E-DIS-023", row.title() + "已经撤下");
        }
        if (version == null || !store.withdraw(id, version, why, actor.displayName())) {
            throw Refusal.conflict("E-DIS-024", row.title() + "的公开状态刚刚有变化，没有撤下；请刷新后核对再试");
        }
        audit.record(
                actor,
                TYPE + ".withdraw",
                TYPE,
                String.valueOf(id),
                "撤下" + row.title(),
                Map.of("state", row.state()),
                Map.of("state", "withdrawn", "reason", why));
    }

    /** A file of a publication; refuses with 404 when it has none in this format. */
    public StoredFile file(PublicationRow row, String format) {
        return store.files(row.id()).stream()
                .filter(file -> file.format().equals(format))
                .findFirst()
                .map(file -> files.get(file.fileId()))
                .orElseThrow(() -> Refusal.notFound(format + " 格式的文件"));
    }

    /** Where the content of a file is. */
    public Path path(StoredFile file) {
        return files.path(file);
    }

    /** All files of a publication. */
    public List<PublicationFile> files(long id) {
        return store.files(id);
    }

    private static String sm3(Path path) {
        SM3Digest digest = new SM3Digest();
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(path)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return HexFormat.of().formatHex(out);
    }
}
