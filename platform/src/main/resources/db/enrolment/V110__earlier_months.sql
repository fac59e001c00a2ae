-- Months that were paid here before the platform kept dues count as local ones.

alter table enrolment.credited drop constraint credited_source_check,
    add constraint credited_source_check check (source in ('视同缴费', '转入', '历史缴费'));
comment on table enrolment.credited is '计入职工医保缴费年限、但平台上没有逐月缴费记录的月数；历史缴费为启用平台前在本地的实缴';
