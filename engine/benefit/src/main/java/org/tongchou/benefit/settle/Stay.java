package org.tongchou.benefit.settle;

/**
 * The last admission of a person, perhaps over several bills.
 *
 * @param id id of the bill with which it began
 * @param visit 1-based number of the admission in its year
 * @param charged deductible that the basic tier charged for it so far, in fen
 */
public record Stay(String id, long visit, long charged) {}
