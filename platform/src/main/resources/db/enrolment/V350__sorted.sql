-- A million people are listed by name or day of birth without sorting them all.

create index person_sorted_name on enrolment.person (name, id);
create index person_born on enrolment.person (born, id);
