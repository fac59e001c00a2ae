package org.tongchou.benefit.claims;

import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.PersonNumbers;

/** The person at a row of a year file. Moved from row to row; of one thread. */
public final class PersonCursor implements PersonNumbers {
    private final ClaimsYear year;
    private final int[] sexes;
    private final int[] schemes;
    private final int[] types;
    private final int[] feeTiers;
    private final int[] identityBits;
    private final int[] diseaseBits;
    private int row;

    /** Starts at the first row. */
    public PersonCursor(ClaimsYear year, WordMap words) {
        this.year = year;
        sexes = words.numbers(Fact.Kind.SEX);
        schemes = words.numbers(Fact.Kind.SCHEME);
        types = words.numbers(Fact.Kind.PERSON_TYPE);
        feeTiers = words.numbers(Fact.Kind.FEE_TIER);
        identityBits = words.numbers(Fact.Kind.IDENTITY);
        diseaseBits = words.numbers(Fact.Kind.DISEASE);
    }

    /** Moves to a row. */
    public void move(int person) {
        row = person;
    }

    private int word(ClaimsColumn column, int[] numbers) {
        int word = year.byteAt(column, row);
        return word < 0 ? NO_WORD : numbers[word];
    }

    @Override
    public int born() {
        return year.intAt(ClaimsColumn.PERSON_BORN, row);
    }

    @Override
    public int sex() {
        return word(ClaimsColumn.PERSON_SEX, sexes);
    }

    @Override
    public int scheme() {
        return word(ClaimsColumn.PERSON_SCHEME, schemes);
    }

    @Override
    public int personType() {
        return word(ClaimsColumn.PERSON_TYPE, types);
    }

    @Override
    public int feeTier() {
        return word(ClaimsColumn.PERSON_FEE_TIER, feeTiers);
    }

    @Override
    public int insuredYears() {
        return year.shortAt(ClaimsColumn.PERSON_INSURED_YEARS, row);
    }

    @Override
    public long identities() {
        return WordMap.bits(year.longAt(ClaimsColumn.PERSON_IDENTITIES, row), identityBits);
    }

    @Override
    public long heldDiseases() {
        return WordMap.bits(year.longAt(ClaimsColumn.PERSON_HELD_DISEASES, row), diseaseBits);
    }

    @Override
    public long capRaise() {
        return year.longAt(ClaimsColumn.PERSON_CAP_RAISE, row);
    }

    @Override
    public int careLevel() {
        return year.byteAt(ClaimsColumn.PERSON_CARE_LEVEL, row);
    }
}
