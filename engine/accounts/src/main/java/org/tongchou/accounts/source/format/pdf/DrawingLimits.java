package org.tongchou.accounts.source.format.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.jspecify.annotations.Nullable;

/** What one document may cost: a hostile file must end soon and fit in memory, an honest one never meets a limit. */
final class DrawingLimits {
    /** Decoded size of one content stream, form or font program. */
    private static final long MAX_STREAM_BYTES = 64L << 20;

    /** Decoded size of all streams of a page and of the forms and fonts it uses first. */
    private static final long MAX_PAGE_BYTES = 128L << 20;

    private static final int MAX_OPERATIONS_PER_PAGE = 3_000_000;
    private static final long MAX_OPERATIONS = 40_000_000;
    private static final int MAX_GLYPHS_PER_PAGE = 300_000;
    private static final long MAX_GLYPHS = 10_000_000;
    private static final int MAX_ADMITTED_OBJECTS = 20_000;

    private final Set<COSBase> admitted = Collections.newSetFromMap(new IdentityHashMap<>());
    private long operations;
    private long glyphs;
    private int pageOperations;
    private int pageGlyphs;
    private long pageBytes;

    /** Thrown out of the drawing of a page that costs too much; it never leaves this package. */
    static final class Exceeded extends RuntimeException {
        Exceeded(String what) {
            super(what, null, false, false);
        }
    }

    /** Whether the document as a whole has used up what it may cost. */
    boolean exhausted() {
        return operations > MAX_OPERATIONS || glyphs > MAX_GLYPHS;
    }

    void beginPage() {
        pageOperations = 0;
        pageGlyphs = 0;
        pageBytes = 0;
    }

    void operation() {
        operations++;
        if (++pageOperations > MAX_OPERATIONS_PER_PAGE || exhausted()) {
            throw new Exceeded("operations");
        }
    }

    void glyph() {
        glyphs++;
        if (++pageGlyphs > MAX_GLYPHS_PER_PAGE || exhausted()) {
            throw new Exceeded("glyphs");
        }
    }

    /** Looks at the streams reachable from a page's contents, a form or a font before they are decoded into memory. */
    void admit(@Nullable COSBase object) {
        Deque<COSBase> open = new ArrayDeque<>();
        visit(object, open);
        for (int seen = 0; !open.isEmpty(); seen++) {
            if (seen > MAX_ADMITTED_OBJECTS) {
                throw new Exceeded("objects");
            }
            COSBase next = open.pop();
            if (next instanceof COSStream stream && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                measure(stream);
            }
            if (next instanceof COSDictionary dictionary) {
                visitValues(dictionary, open);
            } else if (next instanceof COSArray array) {
                for (int i = 0; i < array.size(); i++) {
                    visit(array.getObject(i), open);
                }
            }
        }
    }

    private void visitValues(COSDictionary dictionary, Deque<COSBase> open) {
        boolean form = COSName.FORM.equals(dictionary.getCOSName(COSName.SUBTYPE));
        for (COSName key : List.copyOf(dictionary.keySet())) {
            // What a form uses is admitted when it is used; a parent link leads out of what is to be looked at.
            if (!form && !COSName.PARENT.equals(key) && !COSName.P.equals(key)) {
                visit(dictionary.getDictionaryObject(key), open);
            }
        }
    }

    private void visit(@Nullable COSBase object, Deque<COSBase> open) {
        COSBase target = object instanceof COSObject reference ? reference.getObject() : object;
        if ((target instanceof COSDictionary || target instanceof COSArray) && admitted.add(target)) {
            open.push(target);
        }
    }

    private void measure(COSStream stream) {
        long size = decodedSize(stream);
        pageBytes += size;
        if (size > MAX_STREAM_BYTES || pageBytes > MAX_PAGE_BYTES) {
            throw new Exceeded("stream");
        }
    }

    /** Decodes the stream without keeping the result; what cannot be decoded counts as far as it was. */
    private static long decodedSize(COSStream stream) {
        Counter last = new Counter();
        try (InputStream raw = stream.createRawInputStream()) {
            List<Filter> filters = filters(stream);
            if (filters.isEmpty()) {
                raw.transferTo(last);
            }
            InputStream in = raw;
            for (int i = 0; i < filters.size(); i++) {
                Counter out = i + 1 < filters.size() ? new Keeper() : last;
                filters.get(i).decode(in, out, stream, i);
                in = out.content();
            }
        } catch (IOException damaged) {
            return last.size;
        }
        return last.size;
    }

    private static List<Filter> filters(COSStream stream) throws IOException {
        COSBase names = stream.getFilters();
        List<Filter> filters = new ArrayList<>();
        if (names instanceof COSName name) {
            filters.add(FilterFactory.INSTANCE.getFilter(name));
        } else if (names instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    filters.add(FilterFactory.INSTANCE.getFilter(name));
                }
            }
        }
        return filters;
    }

    /** Counts what is written and stops at the limit. */
    private static class Counter extends OutputStream {
        private long size;

        @Override
        public void write(int b) {
            grow(1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            grow(length);
        }

        private void grow(int length) {
            size += length;
            if (size > MAX_STREAM_BYTES) {
                throw new Exceeded("stream");
            }
        }

        InputStream content() {
            return InputStream.nullInputStream();
        }
    }

    /** Keeps what is written for the next filter. */
    private static final class Keeper extends Counter {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int b) {
            super.write(b);
            bytes.write(b);
        }

        @Override
        public void write(byte[] more, int offset, int length) {
            super.write(more, offset, length);
            bytes.write(more, offset, length);
        }

        @Override
        InputStream content() {
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }
}
