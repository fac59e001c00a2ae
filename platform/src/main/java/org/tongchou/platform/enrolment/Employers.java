package org.tongchou.platform.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The employers, schools and villages that enrol people. */
public interface Employers {
    /** An employer by id. */
    Optional<Employer> find(long id);

    /** An employer by its credit code. */
    Optional<Employer> byCode(String code);

    /** Employers by id, in the order of their ids; unknown ids are left out. */
    List<Employer> all(Collection<Long> ids);

    /** Ids by credit code, of those that are on file: for lists of thousands. */
    Map<String, Long> idsByCode(Collection<String> codes);

    /** The employers of some counties, in the order of their codes. */
    List<Employer> in(Collection<String> counties);
}
