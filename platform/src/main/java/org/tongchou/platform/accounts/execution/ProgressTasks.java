package org.tongchou.platform.accounts.execution;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.tongchou.platform.accounts.book.Book;
import org.tongchou.platform.accounts.book.Books;
import org.tongchou.platform.desk.Task;
import org.tongchou.platform.desk.TaskSource;
import org.tongchou.platform.web.Actor;

/** Warnings that still need a reason, as work: one task a book. */
@Component
class ProgressTasks implements TaskSource {
    private final Books books;
    private final ProgressService progress;

    ProgressTasks(Books books, ProgressService progress) {
        this.books = books;
        this.progress = progress;
    }

    @Override
    public List<Task> waitingFor(Actor actor) {
        return actor.may("accounts.execution.explain")
                ? books.list(actor).stream()
                        .filter(Book::open)
                        .flatMap(book -> task(actor, book))
                        .toList()
                : List.of();
    }

    private Stream<Task> task(Actor actor, Book book) {
        long waiting = progress.progress(actor, book.id(), null, null, null).warnings().stream()
                .filter(Warning::waits)
                .count();
        return waiting == 0
                ? Stream.empty()
                : Stream.of(new Task(
                        "预算执行",
                        "说明 " + book.year() + " 年度执行进度预警",
                        waiting + " 项预警需要说明原因",
                        null,
                        "/execution/progress?book=" + book.id()));
    }
}
