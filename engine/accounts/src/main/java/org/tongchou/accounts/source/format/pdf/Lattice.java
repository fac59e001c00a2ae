package org.tongchou.accounts.source.format.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the grids that the ruling lines of a page form. */
final class Lattice {
    /** Lines this near to each other along their direction are one line: dots, dashes, borders drawn cell by cell. */
    private static final float GAP = 3;

    /** Collinear pieces may be this far off their common line. */
    private static final float OFF_LINE = 1;

    /** Lines of two directions meet when they come this near. */
    private static final float MEET = 3;

    /** Shorter lines are marks, not borders. */
    private static final float MIN_LENGTH = 3;

    private static final int MAX_LINES = 20_000;

    private Lattice() {}

    /** Groups of lines that meet, each group the borders of one table or of one figure. */
    static List<Frame> frames(List<Ruling> drawn) {
        List<Ruling> horizontal = merged(drawn, true);
        List<Ruling> vertical = merged(drawn, false);
        if (horizontal.size() + vertical.size() > MAX_LINES) {
            return List.of();
        }
        Groups groups = new Groups(horizontal.size() + vertical.size());
        for (int v = 0; v < vertical.size(); v++) {
            Ruling line = vertical.get(v);
            for (int h = firstAtOrAfter(horizontal, line.from() - MEET); h < horizontal.size(); h++) {
                if (horizontal.get(h).at() > line.to() + MEET) {
                    break;
                }
                if (horizontal.get(h).touches(line, MEET)) {
                    groups.join(h, horizontal.size() + v);
                }
            }
        }
        Map<Integer, Frame> frames = new LinkedHashMap<>();
        for (int i = 0; i < horizontal.size(); i++) {
            frames.computeIfAbsent(groups.of(i), any -> new Frame(new ArrayList<>(), new ArrayList<>()))
                    .horizontal()
                    .add(horizontal.get(i));
        }
        for (int i = 0; i < vertical.size(); i++) {
            frames.computeIfAbsent(
                            groups.of(horizontal.size() + i), any -> new Frame(new ArrayList<>(), new ArrayList<>()))
                    .vertical()
                    .add(vertical.get(i));
        }
        return frames.values().stream().filter(Frame::crossed).toList();
    }

    /**
     * Lines that meet each other.
     *
     * @param horizontal horizontal lines from top to bottom
     * @param vertical vertical lines from left to right
     */
    record Frame(List<Ruling> horizontal, List<Ruling> vertical) {
        boolean crossed() {
            return !horizontal.isEmpty() && !vertical.isEmpty() && horizontal.size() + vertical.size() > 2;
        }

        /** Whether a point is between the outermost lines. */
        boolean surrounds(float x, float y) {
            return x >= vertical.get(0).at()
                    && x <= vertical.get(vertical.size() - 1).at()
                    && y >= horizontal.get(0).at()
                    && y <= horizontal.get(horizontal.size() - 1).at();
        }
    }

    /** Lines of one direction with their pieces put together, ordered by position. */
    private static List<Ruling> merged(Collection<Ruling> drawn, boolean horizontal) {
        List<Ruling> pieces = drawn.stream()
                .filter(r -> r.horizontal() == horizontal)
                .sorted(Comparator.comparing(Ruling::at))
                .toList();
        List<Ruling> result = new ArrayList<>();
        for (int begin = 0; begin < pieces.size(); ) {
            int end = begin + 1;
            while (end < pieces.size()
                    && pieces.get(end).at() - pieces.get(begin).at() <= OFF_LINE) {
                end++;
            }
            mergeAlong(pieces.subList(begin, end), result);
            begin = end;
        }
        result.sort(Comparator.comparing(Ruling::at));
        return result;
    }

    private static void mergeAlong(List<Ruling> collinear, List<Ruling> result) {
        List<Ruling> sorted =
                collinear.stream().sorted(Comparator.comparing(Ruling::from)).toList();
        Ruling longest = sorted.get(0);
        float from = longest.from();
        float to = longest.to();
        for (Ruling next : sorted.subList(1, sorted.size())) {
            if (next.from() > to + GAP) {
                keep(longest, from, to, result);
                longest = next;
                from = next.from();
                to = next.to();
            } else {
                longest = next.length() > longest.length() ? next : longest;
                to = Math.max(to, next.to());
            }
        }
        keep(longest, from, to, result);
    }

    private static void keep(Ruling position, float from, float to, List<Ruling> result) {
        if (to - from >= MIN_LENGTH) {
            result.add(new Ruling(position.horizontal(), position.at(), from, to));
        }
    }

    private static int firstAtOrAfter(List<Ruling> sorted, float at) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).at() < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Disjoint sets of line numbers. */
    private static final class Groups {
        private final int[] parent;

        Groups(int size) {
            parent = new int[size];
            for (int i = 0; i < size; i++) {
                parent[i] = i;
            }
        }

        int of(int member) {
            int root = member;
            while (parent[root] != root) {
                parent[root] = parent[parent[root]];
                root = parent[root];
            }
            return root;
        }

        void join(int a, int b) {
            parent[of(a)] = of(b);
        }
    }
}
