(function () {
  document.querySelectorAll('.filter').forEach(function (bar) {
    var items = document.getElementById(bar.dataset.list).querySelectorAll('[data-result]');
    var selects = bar.querySelectorAll('select');
    var search = bar.querySelector('input');
    var output = bar.querySelector('output');
    function apply() {
      var words = search.value.trim();
      var shown = 0;
      items.forEach(function (item) {
        var match = words === '' || item.textContent.indexOf(words) >= 0;
        selects.forEach(function (select) {
          match = match && (select.value === '' || item.dataset[select.dataset.key] === select.value);
        });
        item.hidden = !match;
        shown += match ? 1 : 0;
      });
      output.textContent = '显示 ' + shown + ' / ' + items.length;
    }
    bar.hidden = false;
    bar.addEventListener('input', apply);
    apply();
  });
  function reveal() {
    var target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) { return; }
    if (target.hidden) { target.hidden = false; }
    for (var box = target.closest('details'); box; box = box.parentElement.closest('details')) { box.open = true; }
    target.scrollIntoView({ block: 'center' });
  }
  window.addEventListener('hashchange', reveal);
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details').forEach(function (box) { box.open = true; });
  });
  reveal();
})();
