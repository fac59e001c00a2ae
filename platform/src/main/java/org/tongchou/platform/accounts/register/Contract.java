package org.tongchou.platform.accounts.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A procurement contract.
 *
 * @param id its id
 * @param bookId its book
 * @param unitId the unit that buys
 * @param unitName name of the unit
 * @param projectId the project; null when there is none
 * @param projectName name of the project; may be empty
 * @param number number of the contract
 * @param name what is bought
 * @param kind 货物, 工程 or 服务
 * @param supplier who sells
 * @param sme whether the supplier is a small or medium-sized enterprise
 * @param micro whether it is a small or micro one; then {@code sme} holds too
 * @param fen amount in fen
 * @param signedOn day it was signed
 * @param trail what became of it
 */
public record Contract(
        long id,
        long bookId,
        long unitId,
        String unitName,
        @Nullable Long projectId,
        String projectName,
        String number,
        String name,
        String kind,
        String supplier,
        boolean sme,
        boolean micro,
        long fen,
        LocalDate signedOn,
        Registers.Trail trail) {
    /**
     * A contract that is typed in; the fields of {@link Contract}.
     *
     * @param version the version that was seen; not looked at when creating
     */
    public record Request(
            @Nullable Long bookId,
            @Nullable Long unitId,
            @Nullable Long projectId,
            @Nullable String number,
            @Nullable String name,
            @Nullable String kind,
            @Nullable String supplier,
            @Nullable Boolean sme,
            @Nullable Boolean micro,
            @Nullable Long fen,
            @Nullable LocalDate signedOn,
            @Nullable Integer version) {}

    /**
     * Which contracts are wanted.
     *
     * @param bookId the book
     * @param unitId unit
     * @param kind 货物, 工程 or 服务
     * @param enterprise size of the supplier: 中小企业, 小微企业 or 其他
     * @param projectId the project
     * @param batchId the batch they were imported with
     * @param text a part of number, name or supplier
     * @param cancelled whether cancelled ones are shown instead
     */
    record Filter(
            long bookId,
            @Nullable Long unitId,
            @Nullable String kind,
            @Nullable String enterprise,
            @Nullable Long projectId,
            @Nullable Long batchId,
            @Nullable String text,
            @Nullable Boolean cancelled) {}

    /**
     * Sums of contracts in fen.
     *
     * @param count contracts
     * @param fen all
     * @param goodsFen 货物
     * @param worksFen 工程
     * @param servicesFen 服务
     * @param smeFen granted to small and medium-sized enterprises
     * @param microFen granted to small and micro ones
     */
    record Totals(long count, long fen, long goodsFen, long worksFen, long servicesFen, long smeFen, long microFen) {}
}
