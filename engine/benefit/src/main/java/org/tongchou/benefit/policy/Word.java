package org.tongchou.benefit.policy;

import java.util.List;

/**
 * A word of the region's vocabulary.
 *
 * @param id the word in the rules
 * @param name what people read
 * @param codes its codes in the national dictionaries, or the ICD-10 prefixes of a set of diagnoses; empty when it has
 *     none
 * @param place where it is written
 */
public record Word(String id, String name, List<String> codes, Place place) {
    /** Copies the list. */
    public Word {
        codes = List.copyOf(codes);
    }
}
