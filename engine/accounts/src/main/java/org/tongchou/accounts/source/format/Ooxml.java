package org.tongchou.accounts.source.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.util.XMLHelper;
import org.tongchou.accounts.source.ProblemCode;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.DefaultHandler;

/**
 * The parts of a docx or xlsx package. Parts are read as streams of events and never as trees, so that a long document
 * costs no more memory than its text; document types, entities and links to the outside are never followed.
 */
final class Ooxml implements AutoCloseable {
    private static final List<String> MAIN_RELATIONS =
            List.of(PackageRelationshipTypes.CORE_DOCUMENT, PackageRelationshipTypes.STRICT_CORE_DOCUMENT);

    private final OPCPackage parts;

    private Ooxml(OPCPackage parts) {
        this.parts = parts;
    }

    /** Opens a package that {@link ZipGuard} has let pass. */
    static Ooxml open(Path file) throws IOException {
        try {
            return new Ooxml(OPCPackage.open(file.toFile(), PackageAccess.READ));
        } catch (InvalidFormatException | OpenXML4JRuntimeException e) {
            throw new IOException(e);
        }
    }

    /** The part that holds the document itself. */
    PackagePart main() {
        for (String relation : MAIN_RELATIONS) {
            List<PackagePart> found = parts.getPartsByRelationshipType(relation);
            if (!found.isEmpty() && found.get(0) != null) {
                return found.get(0);
            }
        }
        throw new Refusal(ProblemCode.FILE_UNREADABLE, "文件缺少正文部分，可能已损坏，请用 Office 或 WPS 打开后重新保存");
    }

    /** The part a relationship of another part leads to; empty when it leads outside or to nothing. */
    Optional<PackagePart> related(PackagePart from, String relationshipId) throws InvalidFormatException {
        PackageRelationship relation = from.getRelationship(relationshipId);
        return relation == null || relation.getTargetMode() == TargetMode.EXTERNAL
                ? Optional.empty()
                : Optional.ofNullable(from.getRelatedPart(relation));
    }

    /** The first part related by a kind of relationship, {@code styles} for example. */
    Optional<PackagePart> firstOfKind(PackagePart from, String kind) throws InvalidFormatException {
        for (PackageRelationship relation : from.getRelationships()) {
            if (relation.getRelationshipType().endsWith("/" + kind)
                    && relation.getTargetMode() != TargetMode.EXTERNAL) {
                return Optional.ofNullable(from.getRelatedPart(relation));
            }
        }
        return Optional.empty();
    }

    /** Sends a part's elements to a handler. */
    static void parse(PackagePart part, DefaultHandler handler) throws IOException, SAXException {
        try (InputStream in = part.getInputStream()) {
            XMLReader reader = XMLHelper.newXMLReader();
            reader.setContentHandler(handler);
            reader.setErrorHandler(handler);
            reader.parse(new InputSource(in));
        } catch (ParserConfigurationException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        parts.revert();
    }
}
