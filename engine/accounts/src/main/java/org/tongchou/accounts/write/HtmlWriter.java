package org.tongchou.accounts.write;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.tongchou.accounts.publish.Content.Chart;
import org.tongchou.accounts.publish.Content.Grid;
import org.tongchou.accounts.publish.Content.GridCell;
import org.tongchou.accounts.publish.Content.Heading;
import org.tongchou.accounts.publish.Content.Kind;
import org.tongchou.accounts.publish.Content.Text;
import org.tongchou.accounts.publish.Publication;
import org.tongchou.accounts.write.GridShape.Piece;
import org.tongchou.accounts.write.GridShape.Placed;
import org.tongchou.accounts.write.Outline.Entry;
import org.tongchou.accounts.write.Outline.Item;
import org.tongchou.accounts.write.Outline.Section;

/**
 * Writes a publication as one web page that needs nothing else: no script, no image, no style sheet beside it. The page
 * is also well-formed XML, so that the PDF is made from the same text.
 */
public final class HtmlWriter {
    /** Half-width characters of the largest print that fit an upright page. */
    private static final int ROOM = 105;

    private static final int WIDE_ROOM = 170;
    private static final int LARGEST_PRINT = 8;
    private static final int SMALLEST_PRINT = 4;

    private final StringBuilder html = new StringBuilder(1 << 16);

    private final boolean paged;

    private HtmlWriter(boolean paged) {
        this.paged = paged;
    }

    /** The page in UTF-8; the same publication always gives the same bytes. */
    public static byte[] write(Publication publication) {
        return page(publication, "", false).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The page.
     *
     * @param head markup added at the end of the head
     * @param paged for a library that repeats headers on every page but cannot repeat cells over several rows: those
     *     are cut into parts, of class {@code upper}, {@code inner} and {@code lower}
     */
    static String page(Publication publication, String head, boolean paged) {
        HtmlWriter writer = new HtmlWriter(paged);
        Publication clean = CleanText.of(publication);
        writer.page(clean, Outline.of(clean), head);
        return writer.html.toString();
    }

    private void page(Publication publication, Outline outline, String head) {
        String title = HtmlText.escape(String.join(" ", publication.title()));
        html.append(
                        "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\" xml:lang=\"zh-CN\">\n")
                .append("<head>\n<meta charset=\"UTF-8\"/>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n")
                .append("<meta name=\"author\" content=\"")
                .append(HtmlText.escape(CleanText.bureau(publication.meta())))
                .append("\"/>\n<title>")
                .append(title)
                .append("</title>\n<style>\n")
                .append(resource("publication.css"))
                .append("</style>\n")
                .append(head);
        html.append("</head>\n<body>\n<a class=\"skip\" href=\"#content\">跳到正文</a>\n");
        if (publication.isForm()) {
            html.append("<div class=\"page\">\n");
        } else {
            cover(publication);
            html.append("<div class=\"page\">\n");
            contents(outline.entries());
        }
        html.append("<main id=\"content\">\n");
        for (Section section : outline.sections()) {
            html.append(section.wide() ? "<div class=\"wide\">\n" : "<div class=\"upright\">\n");
            section.items().forEach(this::item);
            html.append("</div>\n");
        }
        html.append("</main>\n</div>\n</body>\n</html>\n");
    }

    private void cover(Publication publication) {
        html.append("<header class=\"cover\">\n<h1>");
        for (String line : publication.title()) {
            html.append("<span class=\"line\">").append(HtmlText.escape(line)).append(" </span>");
        }
        html.append("</h1>\n</header>\n");
    }

    private void contents(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        html.append("<nav aria-labelledby=\"contents\">\n<p class=\"nav-title\" id=\"contents\">目　录</p>\n<ul>\n");
        for (Entry entry : entries) {
            html.append("<li class=\"level")
                    .append(entry.level())
                    .append("\"><a href=\"#")
                    .append(entry.id())
                    .append("\">")
                    .append(HtmlText.escape(entry.text()))
                    .append("</a></li>\n");
        }
        html.append("</ul>\n</nav>\n");
    }

    private void item(Item item) {
        if (item.content() instanceof Heading heading) {
            String tag = "h" + (Outline.level(heading) + 1);
            html.append('<').append(tag).append(" id=\"").append(item.id()).append('"');
            html.append(item.newPage() ? " class=\"fresh\">" : ">")
                    .append(HtmlText.escape(heading.text()))
                    .append("</")
                    .append(tag)
                    .append(">\n");
        } else if (item.content() instanceof Text text) {
            line("text", text.text());
        } else if (item.content() instanceof Grid grid) {
            grid(item.id(), grid, item.newPage());
        } else {
            chart(item.id(), (Chart) item.content());
        }
    }

    private void line(String kind, String text) {
        html.append("<p class=\"")
                .append(kind)
                .append("\">")
                .append(HtmlText.escape(text))
                .append("</p>\n");
    }

    private void grid(String id, Grid grid, boolean newPage) {
        GridShape shape = GridShape.of(grid);
        html.append(newPage ? "<section class=\"grid fresh\" id=\"" : "<section class=\"grid\" id=\"");
        html.append(id).append("\">\n");
        if (!grid.title().isEmpty()) {
            html.append("<p class=\"title\" id=\"").append(id).append("-title\">");
            html.append(HtmlText.escape(grid.title())).append("</p>\n");
        }
        if (!grid.form().isEmpty()) {
            line("form", grid.form());
        }
        shape.captionLines().forEach(text -> line("whose", text));
        if (!shape.unitLine().isEmpty()) {
            line("unit", shape.unitLine());
        }
        String name = grid.title().isEmpty() ? "aria-label=\"表格\"" : "aria-labelledby=\"" + id + "-title\"";
        html.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" ")
                .append(name)
                .append(">\n<table ");
        html.append(name).append(" class=\"print").append(printSize(shape)).append("\">\n");
        columns(shape.widths());
        if (paged) {
            headerInParts(shape.pieces(shape.header()));
        } else {
            rows("thead", shape, shape.header(), true);
        }
        rows("tbody", shape, shape.body(), false);
        html.append("</table>\n</div>\n");
        grid.notes().forEach(note -> line("note", note));
        html.append("</section>\n");
    }

    /** The size of letters, in whole points, that lets a table fit the width of its printed page. */
    private static int printSize(GridShape shape) {
        int characters = 1;
        for (int width : shape.widths()) {
            characters += width;
        }
        int room = shape.wide() ? WIDE_ROOM : ROOM;
        return Math.max(SMALLEST_PRINT, Math.min(LARGEST_PRINT, room * LARGEST_PRINT / characters));
    }

    private void columns(int[] widths) {
        int total = 0;
        for (int width : widths) {
            total += width;
        }
        html.append("<colgroup>");
        for (int width : widths) {
            BigDecimal percent = BigDecimal.valueOf(1000L * width / Math.max(1, total), 1);
            html.append("<col style=\"width:").append(percent.toPlainString()).append("%\"/>");
        }
        html.append("</colgroup>\n");
    }

    private void rows(String part, GridShape shape, List<List<Placed>> rows, boolean header) {
        if (rows.isEmpty()) {
            return;
        }
        html.append('<').append(part).append(">\n");
        for (int r = 0; r < rows.size(); r++) {
            html.append(!header && shape.total(r) ? "<tr class=\"total\">" : "<tr>");
            for (Placed placed : rows.get(r)) {
                cell(shape, placed, header);
            }
            html.append("</tr>\n");
        }
        html.append("</").append(part).append(">\n");
    }

    private void headerInParts(List<List<Piece>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        html.append("<thead>\n");
        for (List<Piece> row : rows) {
            html.append("<tr>");
            for (Piece piece : row) {
                html.append("<th");
                span("colspan", piece.placed().colSpan());
                if (piece.placed().rowSpan() > 1) {
                    html.append(
                            piece.first()
                                    ? " class=\"upper\""
                                    : piece.last() ? " class=\"lower\"" : " class=\"inner\"");
                }
                html.append('>')
                        .append(
                                piece.first()
                                        ? HtmlText.escape(
                                                GridShape.text(piece.placed().cell()))
                                        : "")
                        .append("</th>");
            }
            html.append("</tr>\n");
        }
        html.append("</thead>\n");
    }

    private void cell(GridShape shape, Placed placed, boolean header) {
        GridCell cell = placed.cell();
        boolean names = header || (cell.kind() == Kind.LABEL && !cell.text().isBlank());
        html.append(names ? "<th" : "<td");
        if (header) {
            html.append(placed.colSpan() > 1 ? " scope=\"colgroup\"" : " scope=\"col\"");
        } else if (names) {
            html.append(" scope=\"row\"");
        }
        span("colspan", placed.colSpan());
        span("rowspan", placed.rowSpan());
        String look = look(shape, placed, header);
        if (!look.isEmpty()) {
            html.append(" class=\"").append(look).append('"');
        }
        html.append('>').append(HtmlText.escape(GridShape.text(cell))).append(names ? "</th>" : "</td>");
    }

    private void span(String attribute, int span) {
        if (span > 1) {
            html.append(' ').append(attribute).append("=\"").append(span).append('"');
        }
    }

    private static String look(GridShape shape, Placed placed, boolean header) {
        if (header) {
            return "";
        }
        return switch (placed.cell().kind()) {
            case FIGURE -> "figure";
            case CODE -> "code";
            default -> placed.colSpan() > 1 ? "group" : "depth" + shape.depth(placed.row(), placed.column());
        };
    }

    private void chart(String id, Chart chart) {
        html.append("<section class=\"chart\" id=\"").append(id).append("\">\n<p class=\"title\" id=\"");
        html.append(id)
                .append("-title\">")
                .append(HtmlText.escape(chart.title()))
                .append("</p>\n");
        html.append("<div class=\"drawing\">\n")
                .append(SvgChart.draw(chart, id))
                .append("</div>\n");
        html.append("<table class=\"data\" aria-labelledby=\"")
                .append(id)
                .append("-title\">\n<thead>\n<tr><th scope=\"col\">");
        html.append("项目</th>");
        chart.series()
                .forEach(series -> html.append("<th scope=\"col\">")
                        .append(HtmlText.escape(series.name()))
                        .append("</th>"));
        html.append("</tr>\n</thead>\n<tbody>\n");
        for (int i = 0; i < chart.categories().size(); i++) {
            html.append("<tr><th scope=\"row\">")
                    .append(HtmlText.escape(chart.categories().get(i)))
                    .append("</th>");
            for (var series : chart.series()) {
                html.append("<td class=\"figure\">")
                        .append(HtmlText.escape(SvgChart.printed(series.values().get(i), chart)))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        html.append("</tbody>\n</table>\n</section>\n");
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(HtmlWriter.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
