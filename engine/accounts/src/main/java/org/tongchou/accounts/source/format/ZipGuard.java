package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tongchou.accounts.source.ProblemCode;

/**
 * Looks at every entry of a docx or xlsx before it is opened, so that a small file which unpacks to a huge one (a zip
 * bomb) is refused. Sizes are counted while unpacking; what the file declares is not believed.
 */
final class ZipGuard {
    /** XML of a real document with thousands of equal cells unpacks to up to about this many times its packed size. */
    private static final int RATIO = 200;

    /** Entries up to this size do no harm, whatever their ratio. */
    private static final int HARMLESS = 8 * 1024 * 1024;

    private ZipGuard() {}

    /** Passes or throws a {@link Refusal}. */
    static void check(ZipFile zip, Limits limits) throws IOException {
        if (zip.size() > limits.zipEntries()) {
            throw bomb("条目过多（" + zip.size() + " 个）");
        }
        byte[] buffer = new byte[16 * 1024];
        long total = 0;
        for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
            total += inflate(zip, entries.nextElement(), limits, total, buffer);
        }
    }

    private static long inflate(ZipFile zip, ZipEntry entry, Limits limits, long before, byte[] buffer)
            throws IOException {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        long most = xml ? limits.xmlBytes() : limits.inflatedBytes();
        long packed = Math.max(1, entry.getCompressedSize());
        long size = 0;
        try (InputStream in = zip.getInputStream(entry)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                size += read;
                if (xml && size > HARMLESS && size / RATIO > packed) {
                    throw bomb("“" + CleanText.shown(entry.getName()) + "”解压后超过压缩前的 " + RATIO + " 倍");
                }
                if (size > most || before + size > limits.inflatedBytes()) {
                    throw bomb("“" + CleanText.shown(entry.getName()) + "”解压后过大");
                }
            }
        }
        return size;
    }

    private static Refusal bomb(String what) {
        return new Refusal(ProblemCode.FILE_BOMB, "压缩内容异常：" + what + "，疑为压缩炸弹，未打开；请向来源核实，或用 Office 重新保存后再试");
    }
}
