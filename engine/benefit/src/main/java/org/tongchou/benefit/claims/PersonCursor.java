package org.tongchou.benefit.claims;

import java.nio.ByteBuffer;
import org.tongchou.benefit.policy.Fact;
import org.tongchou.benefit.settle.PersonNumbers;

/** The person at a row of a year file. Moved from row to row; of one thread. */
public final class PersonCursor implements PersonNumbers {
    private final ByteBuffer born;
    private final ByteBuffer sex;
    private final ByteBuffer scheme;
    private final ByteBuffer type;
    private final ByteBuffer feeTier;
    private final ByteBuffer insuredYears;
    private final ByteBuffer identities;
    private final ByteBuffer heldDiseases;
    private final ByteBuffer careLevel;
    private final int[] sexes;
    private final int[] schemes;
    private final int[] types;
    private final int[] feeTiers;
    private final int[] identityBits;
    private final int[] diseaseBits;
    private int row;

    /** Starts at the first row. */
    public PersonCursor(ClaimsYear year, WordMap words) {
        born = year.column(ClaimsColumn.PERSON_BORN);
        sex = year.column(ClaimsColumn.PERSON_SEX);
        scheme = year.column(ClaimsColumn.PERSON_SCHEME);
        type = year.column(ClaimsColumn.PERSON_TYPE);
        feeTier = year.column(ClaimsColumn.PERSON_FEE_TIER);
        insuredYears = year.column(ClaimsColumn.PERSON_INSURED_YEARS);
        identities = year.column(ClaimsColumn.PERSON_IDENTITIES);
        heldDiseases = year.column(ClaimsColumn.PERSON_HELD_DISEASES);
        careLevel = year.column(ClaimsColumn.PERSON_CARE_LEVEL);
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

    private int word(ByteBuffer column, int[] numbers) {
        int word = column.get(row);
        return word < 0 ? NO_WORD : numbers[word];
    }

    @Override
    public int born() {
        return born.getInt(row * Integer.BYTES);
    }

    @Override
    public int sex() {
        return word(sex, sexes);
    }

    @Override
    public int scheme() {
        return word(scheme, schemes);
    }

    @Override
    public int personType() {
        return word(type, types);
    }

    @Override
    public int feeTier() {
        return word(feeTier, feeTiers);
    }

    @Override
    public int insuredYears() {
        return insuredYears.getShort(row * Short.BYTES);
    }

    @Override
    public long identities() {
        return WordMap.bits(identities.getLong(row * Long.BYTES), identityBits);
    }

    @Override
    public long heldDiseases() {
        return WordMap.bits(heldDiseases.getLong(row * Long.BYTES), diseaseBits);
    }

    @Override
    public int careLevel() {
        return careLevel.get(row);
    }
}
