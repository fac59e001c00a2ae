package org.tongchou.platform.intake;

import java.util.List;
import java.util.Map;
import org.tongchou.platform.web.Actor;

/** Brings whole lists in, in this thread, by the same steps that two people take on the page: for lists that a program makes. */
public interface Lists {
    /**
     * Uploads a list, checks it and posts its rows. The same list again changes nothing; one that was cut off goes on where it
     * stopped. Not within a transaction: the list has several of its own.
     *
     * @param clerk who uploads it
     * @param second who posts it, somebody else
     * @return id of the batch
     * @throws IllegalStateException when rows are refused
     */
    long bring(Actor clerk, Actor second, NewList list);

    /**
     * A list.
     *
     * @param kind kind of the {@link Intake}
     * @param parameters what is asked once for the whole list
     * @param fileName name of its file, ending in {@code .csv}
     * @param titles titles of the columns
     * @param rows cells of each row
     */
    record NewList(
            String kind,
            Map<String, String> parameters,
            String fileName,
            List<String> titles,
            List<List<String>> rows) {
        /** Copies the lists. */
        public NewList {
            parameters = Map.copyOf(parameters);
            titles = List.copyOf(titles);
            rows = List.copyOf(rows);
        }
    }
}
