package org.tongchou.platform.browser;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * Writes a picture of a page with a palette of 256 colours: those that occur most, then the most frequent of every
 * shade; each other colour as the nearest of them.
 */
final class SmallPicture {
    private static final int COLOURS = 256;
    private static final int FREQUENT = 64;

    private SmallPicture() {}

    static void write(byte[] png, Path file) throws IOException {
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(png));
        int width = full.getWidth();
        int height = full.getHeight();
        int[] pixels = full.getRGB(0, 0, width, height, null, 0, width);
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel | 0xff000000, 1, Integer::sum);
        }
        List<Integer> palette = palette(counts);
        Map<Integer, Integer> places = new HashMap<>();
        for (int colour : counts.keySet()) {
            places.put(colour, nearest(palette, colour));
        }
        IndexColorModel colours = new IndexColorModel(
                8, palette.size(), palette.stream().mapToInt(Integer::intValue).toArray(), 0, false, -1, 0);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] row = new byte[width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                row[x] = places.getOrDefault(pixels[y * width + x] | 0xff000000, 0)
                        .byteValue();
            }
            small.getRaster().setDataElements(0, y, width, 1, row);
        }
        save(small, file);
    }

    private static List<Integer> palette(Map<Integer, Integer> counts) {
        List<Integer> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        Map<Integer, Integer> shades = new LinkedHashMap<>();
        frequent.forEach(colour -> shades.putIfAbsent(colour & 0xfff8f8f8, colour));
        return Stream.concat(frequent.stream().limit(FREQUENT), shades.values().stream())
                .distinct()
                .limit(COLOURS)
                .toList();
    }

    private static void save(BufferedImage picture, Path file) throws IOException {
        Files.deleteIfExists(file);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam tight = writer.getDefaultWriteParam();
        tight.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        tight.setCompressionQuality(0);
        File target = file.toFile();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(target)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), tight);
        } finally {
            writer.dispose();
        }
    }

    private static int nearest(List<Integer> palette, int colour) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int at = 0; at < palette.size() && least > 0; at++) {
            int distance = distance(palette.get(at), colour);
            if (distance < least) {
                least = distance;
                best = at;
            }
        }
        return best;
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 0xff) - (other >> 16 & 0xff);
        int green = (one >> 8 & 0xff) - (other >> 8 & 0xff);
        int blue = (one & 0xff) - (other & 0xff);
        return red * red + green * green + blue * blue;
    }
}
