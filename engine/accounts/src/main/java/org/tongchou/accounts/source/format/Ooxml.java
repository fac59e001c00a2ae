package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.util.XMLHelper;
import org.tongchou.accounts.source.ProblemCode;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts of a docx or xlsx package. Parts are read as streams of events and never as trees, so that a long document
 * costs no more memory than its text; only the parts that are asked for are read, so that a damaged picture list or
 * property sheet does no harm. Document types, entities and links to the outside are never followed.
 */
final class Ooxml implements AutoCloseable {
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();

    private Ooxml(ZipFile zip) {
        this.zip = zip;
        for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
            ZipEntry entry = all.nextElement();
            entries.putIfAbsent(key(entry.getName()), entry);
        }
    }

    /**
     * Opens a package.
     *
     * @throws Refusal when it would unpack to more than the limits allow
     */
    static Ooxml open(Path file, Limits limits) throws IOException {
        ZipFile zip = zip(file);
        try {
            ZipGuard.check(zip, limits);
            return new Ooxml(zip);
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** Opens a zip file. Names of entries are not decoded, so that an odd one does not make the file unreadable. */
    static ZipFile zip(Path file) throws IOException {
        return new ZipFile(file.toFile(), StandardCharsets.ISO_8859_1);
    }

    /** The name of the part that holds the document itself. */
    String main() throws IOException, SAXException {
        return firstOfKind("", "officeDocument")
                .orElseThrow(() -> new Refusal(ProblemCode.FILE_UNREADABLE, "文件缺少正文部分，可能已损坏，请用 Office 或 WPS 打开后重新保存"));
    }

    /** Parses the part related to another by a kind of relationship, {@code styles} for example, if there is one. */
    void parseRelated(String part, String kind, DefaultHandler handler) throws IOException, SAXException {
        Optional<String> related = firstOfKind(part, kind);
        if (related.isPresent()) {
            parse(related.get(), handler);
        }
    }

    private Optional<String> firstOfKind(String part, String kind) throws IOException, SAXException {
        return relations(part).values().stream()
                .filter(relation -> relation.type().endsWith("/" + kind))
                .map(Relation::target)
                .filter(target -> entries.containsKey(key(target)))
                .findFirst();
    }

    /** The parts that a part is related to, by the id of the relationship. */
    Map<String, Relation> relations(String part) throws IOException, SAXException {
        int name = part.lastIndexOf('/') + 1;
        Relations relations = new Relations(part);
        parse(part.substring(0, name) + "_rels/" + part.substring(name) + ".rels", relations);
        return relations.found;
    }

    /** Sends a part's elements to a handler; a part that is not there has none. */
    void parse(String part, DefaultHandler handler) throws IOException, SAXException {
        ZipEntry entry = entries.get(key(part));
        if (entry == null) {
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Part names do not distinguish case, and some programs write them with the wrong slash. */
    private static String key(String name) {
        String key = name.replace('\\', '/').toLowerCase(Locale.ROOT);
        return key.startsWith("/") ? key.substring(1) : key;
    }

    /**
     * A relationship to another part of the package.
     *
     * @param type its kind, a long name with the kind after the last slash
     * @param target the name of the other part
     */
    record Relation(String type, String target) {}

    /** Reads a list of relationships; those that lead out of the package are left out. */
    private static final class Relations extends DefaultHandler {
        private final Map<String, Relation> found = new LinkedHashMap<>();
        private final String part;

        private Relations(String part) {
            this.part = part;
        }

        @Override
        public void startElement(String uri, String name, String qName, Attributes attributes) {
            String target = attributes.getValue("Target");
            if (!"Relationship".equals(name)
                    || target == null
                    || "External".equals(attributes.getValue("TargetMode"))) {
                return;
            }
            try {
                String path = URI.create("/" + part)
                        .resolve(target.replace('\\', '/').replace(" ", "%20"))
                        .getPath();
                found.put(
                        Attr.text(attributes, "Id"),
                        new Relation(Attr.text(attributes, "Type"), path == null ? "" : path.substring(1)));
            } catch (IllegalArgumentException e) {
                // a name that cannot be a part's leads nowhere
            }
        }
    }
}
