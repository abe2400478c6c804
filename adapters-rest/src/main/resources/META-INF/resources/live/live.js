// Follows an order by a plain EventSource and by a plain WebSocket, each through broken connections.
const api = '../api/v1';
const $ = (selector) => document.querySelector(selector);
const retryAfter = 2000;
let csrfToken = '';
let followed = [];

function show(text) {
  $('#outcome').textContent = text;
}

async function ask(path, options = {}) {
  const answer = await fetch(api + path, {
    ...options,
    headers: {'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken},
  });
  if (answer.status === 204) {
    return {};
  }
  const body = await answer.json();
  if (!answer.ok) {
    throw new Error(body.errors?.map((error) => error.field + ' ' + error.message).join('; ') || body.detail);
  }
  return body;
}

// One of the two ways, with what it has shown: each event once, whichever connection it comes by.
class Way {
  constructor(name, order) {
    this.section = $(`[data-way=${name}]`);
    this.list = this.section.querySelector('.events');
    this.list.replaceChildren();
    this.order = order;
    this.last = null;
    this.isOver = false;
    this.breaks = 0;
    this.state('connecting …');
    this.connect();
  }

  state(text, isOpen = false) {
    const state = this.section.querySelector('.state');
    state.textContent = text + (this.breaks ? ` · came back ${this.breaks}×` : '');
    state.classList.toggle('open', isOpen);
  }

  opened() {
    if (this.isBroken) {
      this.breaks++;
      this.isBroken = false;
    }
    this.state('connected', true);
  }

  broken() {
    if (!this.isBroken && !this.isOver) {
      this.isBroken = true;
      this.add('break', ['connection lost; coming back']);
    }
    this.state('connecting …');
  }

  show(position, event) {
    this.last = position;
    this.add('', [
      ['position', '#' + position],
      ['type', event.type],
      ['time', new Date(event.time).toLocaleTimeString()],
    ]);
    for (const step of document.querySelectorAll('#life li')) {
      if (step.dataset.status === event.data.status || event.type === 'order.placed' && step.dataset.status === 'pending_payment') {
        step.classList.add('reached');
      }
    }
  }

  add(name, parts) {
    const item = document.createElement('li');
    item.className = name;
    for (const part of parts) {
      const [className, text] = Array.isArray(part) ? part : ['', part];
      const span = document.createElement('span');
      span.className = className;
      span.textContent = text;
      item.append(span);
    }
    this.list.append(item);
  }
}

class ByEventSource extends Way {
  connect() {
    const known = this.last === null ? '' : '?lastEventId=' + this.last;
    this.source = new EventSource(`${api}/orders/${this.order}/events${known}`);
    this.source.onopen = () => this.opened();
    this.source.onerror = () => {
      this.broken();
      // A refusal such as 503 ends an EventSource for good; a lost connection it mends by itself.
      if (this.source.readyState === EventSource.CLOSED && !this.isOver) {
        setTimeout(() => this.isOver || this.connect(), retryAfter);
      }
    };
    for (const type of ['placed', 'updated', 'confirmed', 'shipped', 'delivered', 'cancelled', 'expired', 'refunded']) {
      this.source.addEventListener('order.' + type, (message) => this.show(message.lastEventId, JSON.parse(message.data)));
    }
  }

  end() {
    this.isOver = true;
    this.source.close();
  }
}

class ByWebSocket extends Way {
  connect() {
    const address = new URL('../ws', location.href);
    address.protocol = address.protocol.replace('http', 'ws');
    this.socket = new WebSocket(address);
    this.socket.onopen = () => this.socket.send(JSON.stringify({
      type: 'subscribe',
      topic: 'order/' + this.order,
      ...(this.last === null ? {} : {lastEventId: this.last}),
    }));
    this.socket.onmessage = (message) => this.hear(JSON.parse(message.data));
    this.socket.onclose = (closing) => {
      if (closing.code === 4401) {
        this.state('signed out');
      } else if (!this.isOver) {
        this.broken();
        setTimeout(() => this.isOver || this.connect(), retryAfter);
      }
    };
  }

  hear(message) {
    switch (message.type) {
      case 'subscribed':
        this.opened();
        break;
      case 'event':
        this.show(message.position, message.event);
        break;
      case 'error':
        show(message.message);
        break;
    }
  }

  end() {
    this.isOver = true;
    this.socket.close();
  }
}

function follow(order) {
  followed.forEach((way) => way.end());
  show('');
  document.querySelectorAll('#life li').forEach((step) => step.classList.remove('reached'));
  $('#life').hidden = $('#ways').hidden = false;
  location.hash = order;
  followed = [new ByEventSource('sse', order), new ByWebSocket('ws', order)];
}

async function begin(session) {
  csrfToken = session.csrfToken;
  $('#sign-in').hidden = true;
  $('#choose').hidden = $('#sign-out').hidden = false;
  const {data} = await ask('/orders?limit=20');
  $('#orders').replaceChildren(...data.map((order) => new Option(`${order.number}, ${order.status}`, order.id)));
  const wanted = location.hash.slice(1) || data[0]?.id || '';
  $('#choose').elements.order.value = wanted;
  if (location.hash) {
    follow(wanted);
  }
}

async function attempt(work) {
  show('');
  try {
    await work();
  } catch (failure) {
    show(failure.message);
  }
}

$('#sign-in').addEventListener('submit', (event) => {
  event.preventDefault();
  const body = JSON.stringify(Object.fromEntries(new FormData(event.target)));
  attempt(async () => {
    const session = await ask('/auth/session', {method: 'POST', body});
    if (session.mfaRequired) {
      throw new Error('This page knows no second factor; sign in at the console.');
    }
    await begin(session);
  });
});

$('#choose').addEventListener('submit', (event) => {
  event.preventDefault();
  follow(event.target.elements.order.value.trim());
});

$('#sign-out').addEventListener('click', () => attempt(async () => {
  await ask('/auth/session', {method: 'DELETE'});
  followed.forEach((way) => way.end());
  location.hash = '';
  location.reload();
}));

ask('/auth/session').then(begin, () => {
  $('#sign-in').hidden = false;
});
