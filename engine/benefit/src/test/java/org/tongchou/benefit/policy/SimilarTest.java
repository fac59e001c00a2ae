package org.tongchou.benefit.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarTest {
    @ParameterizedTest
    @CsvSource({
        // changed, inserted at the start, in the middle and at the end, taken away
        "cap, cup, cup",
        "cap, xcap, xcap",
        "cap, crap, crap",
        "cap, caps, caps",
        "caps, aps, aps",
        // at most two, and less than half
        "abcde, abcxy, abcxy",
        "abcde, bcdef, bcdef",
        "abcd, abxy, ''",
        "ab, ac, ''",
        "abcdefgh, abcdexyz, ''",
        "abcdefgh, abcdefghijk, ''",
        // the nearest; the first of those that are as near
        "abcde, abxye abcdx, abcdx",
        "abcde, abcdx abxye, abcdx",
        "cat, bat car, bat",
        // nobody
        "cat, '', ''"
    })
    void findsTheNearest(String name, String known, String expected) {
        assertThat(Similar.to(name, List.of(known.split(" ")))).isEqualTo(expected);
    }
}
