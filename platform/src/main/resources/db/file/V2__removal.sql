create table file.unwanted (
    sha256 char(64) primary key
);
comment on table file.unwanted is '已删除文件的内容：没有别的文件还用它时从磁盘移除，做完即无此行';
